/** The image APIs that other programs speak, with avatars, queue and backends behind them. */
@NullMarked
package dev.limner.gateway;

import org.jspecify.annotations.NullMarked;
