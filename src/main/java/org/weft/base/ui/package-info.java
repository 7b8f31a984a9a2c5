/**
 * The components every view is made of, one for each thing, so that the same thing looks the same everywhere.
 *
 * <p>{@link org.weft.base.ui.ViewHeader}, {@link org.weft.base.ui.FilterBar} and the content stand on every page in
 * this order. {@link org.weft.base.ui.Cells} draws in grids what {@link org.weft.base.ui.PersonLabel},
 * {@link org.weft.base.ui.ProgressLine} and {@link org.weft.base.ui.StatusBadge} draw elsewhere.
 */
@NullMarked
package org.weft.base.ui;

import org.jspecify.annotations.NullMarked;
