/** What every feature stands on: clock, errors, settings, text in several languages, paging. */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.weft.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
