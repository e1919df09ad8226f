/** ComfyUI: pictures are drawn by graphs of nodes, which are built here by what a server has, or given by the operator. */
@NullMarked
package dev.limner.image.comfyui;

import org.jspecify.annotations.NullMarked;
