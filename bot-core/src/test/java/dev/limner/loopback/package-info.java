/** What servers that stand in for others in tests have in common. */
@NullMarked
package dev.limner.loopback;

import org.jspecify.annotations.NullMarked;
