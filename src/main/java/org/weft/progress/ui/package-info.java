/** The grid, the matrix and the person page; the links to them, and the actions others contribute to the grid. */
@NullMarked
@NamedInterface("ui")
package org.weft.progress.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
