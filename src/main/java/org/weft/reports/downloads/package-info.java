/** Large workbooks: made in the background on any node, kept for a while, handed out to who asked for them. */
@NullMarked
package org.weft.reports.downloads;

import org.jspecify.annotations.NullMarked;
