/**
 * The import of people from a file: recognise columns, read rows, compare with the directory, apply. Only this feature's
 * views use it.
 */
@NullMarked
package org.weft.people.imports;

import org.jspecify.annotations.NullMarked;
