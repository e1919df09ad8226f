package dev.limner.app.monitor;

import dev.limner.chat.ChatListener;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.PlatformId;
import dev.limner.gateway.http.Answered;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.image.ImageBackend;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * What is counted, put around the parts that do it. Labels are platforms, states and kinds of servers, of which there are
 * few. Thread-safe.
 */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public Meters() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Counts the states that illustrations come to, and how long they took in all. */
    public IllustrationRepository around(IllustrationRepository illustrations) {
        Gauge.builder(
                        "limner.requesters.waiting",
                        illustrations,
                        kept -> kept.waiting().size())
                .description("People with a request that is not yet answered")
                .register(registry);
        return new CountedIllustrations(illustrations, registry);
    }

    /** Times what is drawn, by its outcome. */
    public ImageBackend around(ImageBackend backend) {
        return new TimedBackend(backend, registry);
    }

    /** Shows whether a platform is heard. */
    public void watch(ChatPlatform platform) {
        Gauge.builder(
                        "limner.chat.connected",
                        platform,
                        watched -> watched.outage().isEmpty() ? 1 : 0)
                .description("1 while the platform is heard, 0 while it is not")
                .tag("platform", platform.id().value())
                .register(registry);
    }

    /** Counts what a platform tells. */
    public ChatListener around(ChatListener listener, PlatformId platform) {
        return new CountedEvents(listener, platform, registry);
    }

    /** Times the gateway's answers, by what was asked and by their status; of both there are few. */
    public Answered gateway() {
        return (route, status, took) -> Timer.builder("limner.gateway.requests")
                .description("From a request's head to its answer")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(took);
    }

    /** In Prometheus' text format. */
    String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
