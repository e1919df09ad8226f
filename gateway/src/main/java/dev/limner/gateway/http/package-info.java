/** The edge towards the network: connections, limits, time limits, and who may come in. Knows no API. */
@NullMarked
package dev.limner.gateway.http;

import org.jspecify.annotations.NullMarked;
