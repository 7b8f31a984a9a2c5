/** The components every view is made of: toolbar, badges, progress bars, notifications, dialogs, charts. */
@NullMarked
package org.weft.base.ui;

import org.jspecify.annotations.NullMarked;
