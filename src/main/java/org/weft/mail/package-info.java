/** The outbox: messages, their templates, sending. The only place that knows SMTP. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "audit"})
package org.weft.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
