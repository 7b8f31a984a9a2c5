/** The executive dashboard. */
@NullMarked
@NamedInterface("ui")
package org.weft.reports.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
