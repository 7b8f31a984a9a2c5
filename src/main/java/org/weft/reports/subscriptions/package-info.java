/** Standing orders for reports: who gets which, when and how; planned, made and mailed on any node. */
@NullMarked
package org.weft.reports.subscriptions;

import org.jspecify.annotations.NullMarked;
