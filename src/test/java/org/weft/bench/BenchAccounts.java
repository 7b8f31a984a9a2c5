package org.weft.bench;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

    /**
     * Leads as an organisation has them, in a mixed order: three in four of their own team alone, most others of some
     * hundreds, one in twenty of thousands.
     */
    List<Long> leads(int count) {
        var last = portal.data().regularLeads();
        var thousands = active(30, Math.min(421, last), count / 20 + 1);
        var hundreds = active(422, Math.min(2_500, last), count / 5 + 1);
        var teams = active(Math.min(8_422, last / 2), last, count);
        var leads = new ArrayList<Long>();
        for (var i = 0; i < count; i++) {
            leads.add((i % 20 == 7 ? thousands : i % 5 == 3 ? hundreds : teams).removeFirst());
        }
        return leads;
    }

    private ArrayDeque<Long> active(int first, int last, int count) {
        return new ArrayDeque<>(portal.jdbc()
                .sql("""
                        select p.id from person p
                        where p.active and p.id between :first and :last
                            and not exists (select 1 from cohort c where c.lead_id = p.id)
                        order by p.id fetch next :count rows only""")
                .param("first", first)
                .param("last", last)
                .param("count", count)
                .query(Long.class)
                .list());
    }

    /** Anew, where a database was kept. */
    private String add(String name, @Nullable Long personId, String role) {
        portal.jdbc().sql("delete from account where username = ?").param(name).update();
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
