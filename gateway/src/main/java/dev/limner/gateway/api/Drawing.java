package dev.limner.gateway.api;

import dev.limner.gateway.desk.Desk;
import dev.limner.gateway.desk.Visit;
import dev.limner.gateway.http.Answering;
import dev.limner.gateway.http.Exchange;
import dev.limner.gateway.http.Refusal;
import dev.limner.gateway.http.Request;

/** A request for pictures: the desk knows of it from its head on, since its client may stop it at any time. */
record Drawing(Desk desk, Visit visit, Drawer drawer) implements Exchange {

    /** Orders what a request asks for; may block. */
    interface Drawer {
        Answering draw(Visit visit, Request request) throws Refusal;
    }

    @Override
    public Answering answer(Request request) throws Refusal {
        return drawer.draw(visit, request);
    }

    @Override
    public void left() {
        desk.leave(visit);
    }

    @Override
    public void ended() {
        desk.end(visit);
    }
}
