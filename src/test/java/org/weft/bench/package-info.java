/**
 * What is measured, not tested: {@code ./mvnw -Pbench verify}. Each class prints our figure and its yardstick in one run;
 * {@code docs/benchmarks.md} holds what was seen.
 */
@NullMarked
package org.weft.bench;

import org.jspecify.annotations.NullMarked;
