/** The words of mail: what ships, what was reworded, and what may stand between braces. */
@NullMarked
@NamedInterface("words")
package org.weft.mail.words;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
