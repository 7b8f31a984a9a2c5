/** Sign-in, first administrator and the accounts. */
@NullMarked
@NamedInterface("ui")
package org.weft.access.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
