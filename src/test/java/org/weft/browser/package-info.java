/** The portal in a real Chromium. Classes end in {@code IT} and run in the integration-test phase. */
@NullMarked
package org.weft.browser;

import org.jspecify.annotations.NullMarked;
