package org.weft.shell.demo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.weft.access.Role;
import org.weft.access.ui.SampleAccounts;
import org.weft.shell.demo.DemoOrganisation.Member;

/** The accounts of the demonstration and their one password, which everybody may know. */
@Component
@Profile("demo")
class DemoAccounts implements SampleAccounts {

    private static final String PASSWORD = "weft";

    private final JdbcTemplate jdbc;
    private final PasswordEncoder passwords;

    DemoAccounts(JdbcTemplate jdbc, PasswordEncoder passwords) {
        this.jdbc = jdbc;
        this.passwords = passwords;
    }

    void write(List<Member> everybody, Instant now) {
        var hash = passwords.encode(PASSWORD);
        var ids = DemoRows.ids(jdbc, "account_seq");
        var accounts = new DemoRows(
                jdbc,
                "account",
                "id",
                "username",
                "display_name",
                "email",
                "password_hash",
                "person_id",
                "language",
                "time_zone",
                "created_at");
        var roles = new DemoRows(jdbc, "account_role", "account_id", "role");
        var president = everybody.getFirst();
        var director = everybody.get(1);
        var manager = first(everybody, "MANAGER", director.id());
        var member = everybody.stream()
                .filter(other -> other.level().equals("FRONT_LINE"))
                .filter(other -> other.managerId() != null && other.managerId() == manager.id())
                .min(Comparator.comparing(Member::place))
                .orElseThrow();
        var specialist =
                jdbc.queryForObject("select min(id) from person where job_title = 'HR Specialist'", Long.class);
        var hr = everybody.stream()
                .filter(other -> specialist != null && other.id() == specialist)
                .findFirst()
                .orElseThrow();
        record Sample(String username, Member member, Set<Role> roles) {}
        for (var sample : List.of(
                new Sample("hr", hr, Set.of(Role.HR, Role.MEMBER)),
                new Sample("manager", manager, Set.of(Role.MANAGER, Role.MEMBER)),
                new Sample("director", director, Set.of(Role.MANAGER, Role.MEMBER)),
                new Sample("executive", president, Set.of(Role.EXECUTIVE)),
                new Sample("member", member, Set.of(Role.MEMBER)))) {
            var id = ids.next();
            accounts.add(
                    id,
                    sample.username(),
                    sample.member().name(),
                    sample.member().email(),
                    hash,
                    sample.member().id(),
                    "en",
                    "Europe/Berlin",
                    now);
            sample.roles().forEach(role -> roles.add(id, role.name()));
        }
        var admin = ids.next();
        accounts.add(admin, "admin", "Portal Administrator", null, hash, null, "en", "Europe/Berlin", now);
        roles.add(admin, Role.ADMIN.name());
        accounts.write();
        roles.write();
    }

    private static Member first(List<Member> everybody, String level, long managerId) {
        return everybody.stream()
                .filter(member -> member.level().equals(level))
                .filter(member -> member.managerId() != null && member.managerId() == managerId)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<SampleAccount> list() {
        return jdbc.query(
                """
                select a.username, a.display_name || coalesce(', ' || p.job_title, '') from account a
                left join person p on p.id = a.person_id
                where a.username in ('hr', 'manager', 'director', 'executive', 'member', 'admin') order by a.id""",
                (row, n) -> new SampleAccount(row.getString(1), PASSWORD, roleOf(row.getString(1)), row.getString(2)));
    }

    private static Role roleOf(String username) {
        return switch (username) {
            case "hr" -> Role.HR;
            case "manager", "director" -> Role.MANAGER;
            case "executive" -> Role.EXECUTIVE;
            case "admin" -> Role.ADMIN;
            default -> Role.MEMBER;
        };
    }
}
