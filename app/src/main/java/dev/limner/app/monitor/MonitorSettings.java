package dev.limner.app.monitor;

import java.net.InetAddress;

/**
 * Where figures and health can be asked for.
 *
 * @param port 0 picks a free one
 */
public record MonitorSettings(InetAddress host, int port) {}
