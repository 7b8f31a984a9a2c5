/** Where objectives go out into a workbook, and what comes back is looked at and applied. */
@NullMarked
package org.weft.progress.roundtrip.ui;

import org.jspecify.annotations.NullMarked;
