package org.weft.bench;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Accounts to sign in with, by the form and its password. */
final class BenchAccounts {

    static final String PASSWORD = "a shuttle and a loom";

    private final BenchPortal portal;
    private final String hash;

    BenchAccounts(BenchPortal portal) {
        this.portal = portal;
        hash = portal.bean(PasswordEncoder.class).encode(PASSWORD);
    }

    /** @return the name to sign in with */
    String hr(String name) {
        return add(name, null, "HR");
    }

    /** A manager, whose line is what the person leads. */
    String manager(String name, long personId) {
        return add(name, personId, "MANAGER");
    }

    /** Leads of twenty and more, from lines of all sizes. */
    List<Long> leads(int count) {
        return portal.jdbc()
                .sql("""
                        select p.id from person p
                        where p.active and p.id between 30 and :last
                            and not exists (select 1 from cohort c where c.lead_id = p.id)
                        order by p.id fetch next :count rows only""")
                .param("last", portal.data().regularLeads())
                .param("count", count)
                .query(Long.class)
                .list();
    }

    private String add(String name, @Nullable Long personId, String role) {
        var id = portal.jdbc()
                .sql("select nextval('account_seq')")
                .query(Long.class)
                .single();
        portal.jdbc()
                .sql("""
                        insert into account (id, username, display_name, password_hash, person_id, language, time_zone, created_at)
                        values (?, ?, ?, ?, ?, 'en', 'UTC', ?)""")
                .params(id, name, name, hash, personId, Timestamp.from(Instant.EPOCH))
                .update();
        portal.jdbc()
                .sql("insert into account_role (account_id, role) values (?, ?)")
                .params(id, role)
                .update();
        return name;
    }
}
