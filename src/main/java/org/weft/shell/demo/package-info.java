/** The demonstration organisation: invented, the same at every start, and always half-way through its quarter. */
@NullMarked
package org.weft.shell.demo;

import org.jspecify.annotations.NullMarked;
