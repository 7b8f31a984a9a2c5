/** The dashboards: of executives, of HR and of those who lead people. */
@NullMarked
@NamedInterface("ui")
package org.weft.reports.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
