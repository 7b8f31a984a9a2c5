/**
 * Assignments out into a workbook and, edited there, in again: what was changed is shown beside what was changed in Weft
 * meanwhile, and done all or nothing. Only this feature's views use it.
 */
@NullMarked
package org.weft.progress.roundtrip;

import org.jspecify.annotations.NullMarked;
