/** Mail that comes back: read from its mailbox, written down, and what follows for the address. */
@NullMarked
package org.weft.mail.bounce;

import org.jspecify.annotations.NullMarked;
