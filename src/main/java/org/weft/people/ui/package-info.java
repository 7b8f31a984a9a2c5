/** The directory as views: people, import, level rules; and the fields other features choose people and teams with. */
@NullMarked
@NamedInterface("ui")
package org.weft.people.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
