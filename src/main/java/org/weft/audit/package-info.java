/** The audit trail: who did what, when, to whom. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base"})
package org.weft.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
