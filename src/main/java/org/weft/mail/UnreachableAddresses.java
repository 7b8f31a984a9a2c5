package org.weft.mail;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;

/**
 * Addresses nothing is sent to any more, since too much came back. It is the address that is unreachable and not the
 * person: whoever gets another one is written to again at once.
 */
@Service
public class UnreachableAddresses {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    UnreachableAddresses(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** What is known against an address, whatever case it is written in. */
    @PreAuthorize("hasRole('HR')")
    @Transactional(readOnly = true)
    public Optional<UnreachableAddress> find(String address) {
        return jdbc.sql("select address, since, answer from unreachable_address where address = ?")
                .param(lower(address))
                .query((row, number) -> new UnreachableAddress(
                        row.getString("address"), row.getTimestamp("since").toInstant(), row.getString("answer")))
                .optional();
    }

    /** Has mail sent to an address again: what came back until now counts no more. Changes nothing for any other one. */
    @PreAuthorize("hasRole('HR')")
    @Transactional
    public void tryAgain(String address) {
        var known = jdbc.sql("delete from unreachable_address where address = ?")
                .param(lower(address))
                .update();
        if (known > 0) {
            jdbc.sql("update mail_bounce set counted = false where address = ?")
                    .param(lower(address))
                    .update();
            audit.record(AuditEvent.of("ADDRESS_TRIED_AGAIN", "address", null, lower(address)));
        }
    }

    static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
