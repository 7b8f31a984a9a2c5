package org.weft.people;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.weft.audit.AuditEvent;
import org.weft.audit.AuditTrail;
import org.weft.audit.Changes;
import org.weft.base.InvalidInputException;
import org.weft.base.StaleEditException;

/** Gives active people without an e-mail address one, by the pattern their organisation makes addresses with. */
@Service
@PreAuthorize("hasRole('HR')")
@Transactional
public class AddressService {

    private static final int BATCH = 500;

    /** That mail to the address of {@code p} comes back. */
    static final String UNREACHABLE = "exists (select 1 from unreachable_address u where u.address = lower(p.email))";

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final DirectoryLock lock;
    private final AuditTrail audit;
    private final Clock clock;

    AddressService(JdbcClient jdbc, JdbcTemplate batch, DirectoryLock lock, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.lock = lock;
        this.audit = audit;
        this.clock = clock;
    }

    /** How many active people have no address. */
    @Transactional(readOnly = true)
    public int without() {
        return jdbc.sql("select count(*) from person where active and email is null")
                .query(Integer.class)
                .single();
    }

    /** How many active people have an address from which too much mail came back. */
    @Transactional(readOnly = true)
    public int unreachable() {
        return jdbc.sql("select count(*) from person p where p.active and " + UNREACHABLE)
                .query(Integer.class)
                .single();
    }

    /** @throws InvalidInputException under the field {@code pattern}, if it is no pattern; see {@link AddressPattern} */
    @Transactional(readOnly = true)
    public AddressPreview preview(String pattern) {
        var rule = new AddressPattern(pattern);
        var taken = taken();
        var people = new ArrayList<AddressPreview.Entry>();
        var leftOut = new ArrayList<String>();
        var numbered = new int[1];
        jdbc.sql("""
                        select id, given_name, family_name, display_name, employee_number from person
                        where active and email is null order by lower(sort_name), id""").query(row -> {
            var name = new PersonName(row.getString("given_name"), row.getString("family_name"));
            var number = row.getString("employee_number");
            var address = rule.address(name, number, taken);
            if (address.isEmpty()) {
                leftOut.add(row.getString("display_name"));
                return;
            }
            if (!address.equals(rule.address(name, number, Set.of()))) {
                numbered[0]++;
            }
            taken.add(address.get().toLowerCase(Locale.ROOT));
            people.add(new AddressPreview.Entry(row.getLong("id"), row.getString("display_name"), address.get()));
        });
        return new AddressPreview(pattern, people, numbered[0], leftOut);
    }

    /**
     * Gives the addresses a preview shows.
     *
     * @return how many
     * @throws StaleEditException if the directory was changed since, so that others would come out; nothing is written
     */
    public int apply(AddressPreview shown) {
        lock.take();
        var now = preview(shown.pattern());
        if (!now.equals(shown)) {
            throw new StaleEditException("addresses", 0);
        }
        var at = Timestamp.from(clock.instant());
        batch.batchUpdate(
                "update person set email = ?, updated_at = ?, version = version + 1 where id = ?",
                now.people(),
                BATCH,
                (row, entry) -> {
                    row.setString(1, entry.address());
                    row.setTimestamp(2, at);
                    row.setLong(3, entry.personId());
                });
        var events = new ArrayList<AuditEvent>();
        events.add(AuditEvent.of("ADDRESSES_GIVEN", "person", null, now.pattern())
                .detail(String.valueOf(now.people().size())));
        now.people()
                .forEach(entry -> events.add(AuditEvent.of("PERSON_CHANGED", "person", entry.personId(), entry.name())
                        .about(entry.personId())
                        .detail(new Changes()
                                .of("e-mail", null, entry.address())
                                .toString())));
        audit.record(events);
        return now.people().size();
    }

    private Set<String> taken() {
        return new HashSet<>(jdbc.sql("select lower(email) from person where email is not null")
                .query(String.class)
                .list());
    }
}
