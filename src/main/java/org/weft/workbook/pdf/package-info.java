/** Pages to print: figures, charts and tables drawn as PDF. The only place that knows PDFBox. */
@NullMarked
package org.weft.workbook.pdf;

import org.jspecify.annotations.NullMarked;
