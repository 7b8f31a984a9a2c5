/** Programs, their cycles and cohorts, as views; and the picker other features choose a cycle with. */
@NullMarked
@NamedInterface("ui")
package org.weft.programs.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
