package dev.limner.webchat.sample;

import static dev.limner.webchat.sample.Easel.mirrored;
import static dev.limner.webchat.sample.Easel.outline;
import static dev.limner.webchat.sample.Easel.sliver;
import static dev.limner.webchat.sample.Easel.within;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;

/** Mira in flat tones: a lamp behind her on the left draws the rim, and a softer light from the right the planes. */
final class MiraPortrait {
    private static final int LIGHT = 0xffecc5a0;
    private static final int SHADE = 0xffb07a63;
    private static final int DEEP = 0xff7b4b48;
    private static final int INK = 0xff2b2230;
    private static final int RIM = 0xffffdf9a;
    private static final int SILVER = 0xffd9dbdd;
    private static final int SILVER_SHADE = 0xff8f929f;

    private static final Shape FACE = outline("M 320 146 C 374 146 408 188 408 246 C 408 286 405 304 399 326"
            + " C 389 362 362 398 343 420 C 334 430 306 430 297 420 C 278 398 251 362 241 326"
            + " C 235 304 232 286 232 246 C 232 188 266 146 320 146 Z");
    private static final Shape EAR = outline("M 398 262 C 414 258 428 246 442 230 C 468 200 494 180 528 162"
            + " C 514 190 506 216 488 246 C 470 276 448 300 424 322 C 414 332 402 334 394 326 Z");
    private static final Shape EAR_FOLD =
            outline("M 404 280 C 430 266 464 224 508 178 C 484 210 470 256 430 292 C 420 302 410 304 404 304 Z");
    private static final Shape EYE = outline("M 337 291 C 345 276 364 270 387 279 C 380 293 354 299 337 291 Z");
    private static final Shape HAIR = outline("M 234 292 L 226 262 C 218 226 220 186 238 152 L 232 150"
            + " C 246 132 256 122 272 112 L 270 104 C 292 94 312 90 334 92 L 346 86 C 350 92 352 94 356 97"
            + " C 378 104 396 122 404 144 L 414 150 C 420 186 420 226 413 262 L 405 294"
            + " C 402 274 400 256 394 240 L 389 214 C 384 204 378 196 370 188 L 372 206 C 362 192 350 186 338 184"
            + " L 336 202 C 322 194 310 192 296 196 L 286 216 C 282 210 282 206 283 200"
            + " C 268 210 256 226 250 244 C 244 258 240 274 234 292 Z");
    /** Where the lamp reaches the edges of things; the side away from it has none. */
    private static final Shape LAMPSIDE = outline("M 0 0 L 330 0 L 240 300 L 262 640 L 0 640 Z");

    private static final Shape COAT = outline("M 30 640 C 44 574 92 540 160 520 C 214 504 252 488 270 466"
            + " L 370 466 C 388 488 426 504 480 520 C 548 540 596 574 610 640 Z");

    private final Easel easel = new Easel();

    private MiraPortrait() {}

    static Easel draw() {
        MiraPortrait portrait = new MiraPortrait();
        portrait.room();
        portrait.easel.enlarge(1.1, 320, 330);
        portrait.body();
        portrait.easel.tilt(3, 320, 440);
        portrait.face();
        portrait.ears();
        portrait.features();
        portrait.hair();
        return portrait.easel;
    }

    private void room() {
        easel.fill("M 0 0 L 640 0 L 640 640 L 0 640 Z", 0xff3a2430);
        int[] glow = {0xff4d2b2f, 0xff6d3a2e, 0xff95522f, 0xffbf7436, 0xffdc9a48, 0xfff0bd69};
        double radius = 520;
        for (int colour : glow) {
            easel.fill(new Ellipse2D.Double(72 - radius, 290 - radius, 2 * radius, 2 * radius), colour);
            radius *= 0.74;
        }
        lamp();
        books();
    }

    private void lamp() {
        easel.fill(
                "M 44 378 C 22 342 34 306 54 280 L 54 196 L 90 196 L 90 280 C 110 306 122 342 100 378 Z", 0xfff8d58c);
        easel.fill("M 72 286 C 92 320 94 342 86 360 L 58 360 C 50 342 54 318 72 286 Z", 0xfffff6d8);
        easel.fill(
                "M 36 376 L 108 376 L 112 392 L 96 398 C 130 420 128 448 100 464 L 116 486 L 28 486 L 44 464"
                        + " C 16 448 14 420 48 398 L 32 392 Z",
                0xff5a2f2c);
        easel.fill("M 0 486 L 190 486 L 190 498 L 0 498 Z", 0xff3a2430);
    }

    private void books() {
        int[] widths = {26, 34, 20, 30, 24, 36, 22, 28};
        for (int shelf = 0; shelf < 4; shelf++) {
            int x = 430 + shelf % 2 * 9;
            int floor = 130 + shelf * 150;
            for (int i = 0; x < 640; i++) {
                int width = widths[(i * 3 + shelf * 5) % widths.length];
                int height = 92 + (i * 37 + shelf * 23) % 34;
                int dark = (i + shelf) % 3 == 0 ? 0x66170f1c : 0x48170f1c;
                easel.fill(new Rectangle2D.Double(x, floor - height, width - 3, height), dark);
                easel.fill(new Rectangle2D.Double(x, floor - height, 2, height), 0x38f0bd69);
                x += width;
            }
            easel.fill(new Rectangle2D.Double(424, floor, 216, 10), 0x90170f1c);
        }
    }

    private void body() {
        easel.fill(COAT, 0xff6c717b);
        easel.fill(within(outline("M 0 640 L 0 500 L 270 460 L 300 560 L 290 640 Z"), COAT), 0xff434854);
        easel.fill(within(sliver(COAT, 7, 6), LAMPSIDE), RIM);
        easel.fill(
                "M 268 440 C 274 458 284 466 296 470 L 344 470 C 356 466 364 458 370 440 L 424 508 L 318 636 L 216 508 Z",
                0xff0d2a30);
        easel.fill("M 282 396 C 284 440 278 462 268 478 L 318 566 L 368 478 C 358 462 356 440 358 396 Z", LIGHT);
        easel.fill("M 282 396 C 284 440 278 462 268 478 L 318 566 L 322 490 C 332 466 350 440 358 404 Z", SHADE);
        easel.fill("M 284 410 C 298 452 330 452 357 412 L 352 400 L 282 400 Z", DEEP);
        easel.fill("M 286 500 L 318 570 L 350 500 L 344 640 L 296 640 Z", 0xffe5d8c4);
        easel.fill("M 286 500 L 318 570 L 314 640 L 296 640 Z", 0xffa58f85);
        lapels();
    }

    private void lapels() {
        easel.fill(
                "M 268 440 C 246 456 226 478 214 506 L 262 574 L 316 640 L 320 600 C 300 560 280 520 274 470 Z",
                0xff123b41);
        easel.fill(
                "M 370 440 C 394 456 414 478 426 506 L 378 574 L 322 640 L 318 600 C 340 560 362 520 366 470 Z",
                0xff1f5c61);
        easel.line("M 370 440 C 394 456 414 478 426 506 L 378 574", 3, 0xff4f9290);
        easel.line("M 268 440 C 246 456 226 478 214 506", 5, RIM);
        easel.line("M 262 574 C 280 594 300 616 318 640", 3, 0xff2b2f3a);
        easel.line("M 150 640 C 148 606 142 580 130 556", 3, 0xff2b2f3a);
        easel.line("M 490 640 C 492 606 498 580 510 556", 3, 0xff4c515c);
        easel.fill("M 424 508 C 470 520 520 534 556 556 C 510 548 462 540 410 544 Z", 0xff888d96);
        easel.line("M 288 584 Q 320 604 352 584", 2.5, 0xffd9a652);
        easel.fill(new Ellipse2D.Double(281, 578, 12, 12), 0xffb9812f);
        easel.fill(new Ellipse2D.Double(347, 578, 12, 12), 0xffd9a652);
    }

    private void ears() {
        easel.fill(EAR, LIGHT);
        easel.fill(EAR_FOLD, SHADE);
        easel.fill("M 404 294 C 428 282 450 254 474 224 C 462 256 440 282 418 298 Z", DEEP);
        Shape left = mirrored(EAR);
        easel.fill(left, SHADE);
        easel.fill(mirrored(EAR_FOLD), DEEP);
        easel.fill(sliver(left, 3, 7), RIM);
    }

    private void face() {
        easel.fill(FACE, LIGHT);
        Shape dark = outline("M 292 140 C 288 200 296 240 306 262 C 312 278 311 300 304 330 C 300 340 302 350 308 354"
                + " L 309 366 L 304 378 L 308 396 C 304 408 308 420 314 440 L 200 440 L 200 140 Z");
        easel.fill(within(dark, FACE), SHADE);
        easel.fill(
                "M 254 308 C 266 314 282 312 296 308 C 292 326 284 342 272 354 C 262 340 256 324 254 308 Z",
                0xffd29f80);
        easel.fill(
                "M 404 300 C 392 330 376 346 362 352 C 370 368 362 392 350 414 C 372 390 392 360 400 326 Z",
                0xffd8a583);
        easel.fill(
                within(
                        outline(
                                "M 200 120 L 440 120 L 440 250 C 404 212 360 208 320 210 C 280 212 254 240 236 280 L 200 300 Z"),
                        FACE),
                0x40783a3a);
        easel.fill(within(sliver(FACE, 6, -1), outline("M 200 316 L 260 316 L 308 440 L 200 440 Z")), RIM);
    }

    private void features() {
        eye(EYE, 362, LIGHT);
        eye(mirrored(EYE), 281, SHADE);
        brows();
        easel.fill(
                "M 304 332 C 298 340 299 350 306 354 C 316 350 322 358 330 354 C 338 352 342 348 339 342 C 332 350 314 352 308 344 Z",
                DEEP);
        easel.line("M 339 334 C 344 341 342 349 335 351", 2.5, 0xffa86f58);
        mouth();
    }

    private void eye(Shape eye, double pupil, int lid) {
        easel.fill(eye, lid == LIGHT ? 0xfff6ecdc : 0xffcdb8a8);
        easel.fill(within(new Ellipse2D.Double(pupil - 11, 272, 22, 22), eye), 0xff4a6a60);
        easel.fill(within(new Ellipse2D.Double(pupil - 9, 277, 18, 16), eye), 0xff8fae98);
        easel.fill(within(new Ellipse2D.Double(pupil - 5, 278, 10, 10), eye), INK);
        easel.fill(new Ellipse2D.Double(pupil + 2, 277, 4.5, 4.5), 0xffffffff);
        Shape lash =
                outline("M 335 292 C 343 273 364 266 394 274 C 389 278 387 279 386 281 C 366 275 347 279 335 292 Z");
        Shape crease = outline("M 342 272 C 354 262 374 260 392 267");
        Shape under = outline("M 350 302 C 362 306 374 303 382 297");
        boolean right = lid == LIGHT;
        easel.fill(right ? lash : mirrored(lash), INK);
        easel.line(right ? crease : mirrored(crease), 2.5, right ? 0xffa86f58 : DEEP);
        easel.line(right ? under : mirrored(under), 2, right ? 0xffc99475 : 0xff8f5c50);
    }

    private void brows() {
        Shape brow =
                outline("M 333 266 C 337 258 338 256 340 254 C 358 242 380 240 404 256 C 382 250 358 253 333 266 Z");
        easel.fill(brow, 0xff6a6670);
        easel.fill(mirrored(brow), 0xff4a4450);
        easel.fill("M 381 222 C 382 238 380 254 375 270 L 368 269 C 371 252 375 236 381 222 Z", 0xfff9dcc4);
        easel.line("M 381 222 C 382 238 380 254 375 270", 1.5, 0xffb56a5a);
        easel.fill("M 371 300 C 371 312 368 322 362 332 C 362 320 363 310 366 301 Z", 0xffb56a5a);
    }

    private void mouth() {
        easel.fill(
                "M 290 381 C 302 375 311 371 318 374 C 323 371 334 372 352 376 C 340 383 322 385 312 384 Z",
                0xff8c4a48);
        easel.fill("M 300 383 C 314 386 334 385 346 379 C 338 397 308 400 300 383 Z", 0xffc07a68);
        easel.line("M 290 382 C 306 383 328 385 353 375", 2.5, 0xff4f2a33);
        easel.line("M 310 402 C 318 405 328 404 334 401", 2.5, 0xffb07a63);
        easel.line("M 389 288 L 396 292", 1.8, 0xffc08868);
        easel.line("M 356 352 C 362 360 364 366 363 372", 2, 0xffc08868);
    }

    private void hair() {
        easel.fill(HAIR, SILVER);
        Shape dark = outline("M 200 300 L 200 80 L 300 80 C 268 110 256 140 262 170 L 280 150 C 272 170 276 184 284 200"
                + " L 286 218 L 240 300 Z");
        easel.fill(within(dark, HAIR), SILVER_SHADE);
        easel.fill("M 338 184 C 334 160 342 130 366 108 C 350 134 350 160 358 190 Z", 0xffb4b7bf);
        easel.fill("M 370 188 C 372 160 378 140 394 132 C 386 152 384 172 392 222 Z", 0xffb4b7bf);
        easel.fill("M 300 194 C 294 160 304 124 330 98 C 314 130 312 160 316 193 Z", 0xffb4b7bf);
        easel.fill("M 405 294 C 402 274 400 256 394 240 L 406 200 C 412 230 412 256 405 294 Z", 0xffa3a6b0);
        easel.fill(within(sliver(HAIR, 6, 1.5), LAMPSIDE), RIM);
    }
}
