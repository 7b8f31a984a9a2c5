/** How a workbook reaches its reader. */
@NullMarked
@NamedInterface("ui")
package org.weft.workbook.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
