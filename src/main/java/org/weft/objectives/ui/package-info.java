/** The library, the steps of assigning, and the list of one person's objectives. */
@NullMarked
@NamedInterface("ui")
package org.weft.objectives.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
