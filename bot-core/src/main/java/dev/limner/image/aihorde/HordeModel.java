package dev.limner.image.aihorde;

import dev.limner.prompt.ModelFamily;

/**
 * A model that volunteers run now.
 *
 * @param name as the Horde lists it
 * @param workers how many run it
 */
record HordeModel(String name, ModelFamily family, int workers) {}
