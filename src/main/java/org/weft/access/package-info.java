/** Accounts, roles, sign-in, the current user, and Scope: whom may I see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "audit", "mail"})
package org.weft.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
