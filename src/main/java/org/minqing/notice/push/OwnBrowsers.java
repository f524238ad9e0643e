package org.minqing.notice.push;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.minqing.database.TimeColumn;
import org.minqing.organisation.Holdings;
import org.minqing.people.AccountChanged;
import org.minqing.problem.InvalidInput;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The browsers that somebody of staff lets be told (手机推送): his own to add and to take away. */
@Component
public class OwnBrowsers implements Browsers {

    private static final int AUTH_BYTES = 16;

    /** As a browser says it: its address, and both keys in Base64 for addresses. */
    public record Subscription(String endpoint, String p256dh, String auth) {}

    private final JdbcClient jdbc;
    private final PushServices services;
    private final Holdings holdings;
    private final InstantSource clock;

    OwnBrowsers(JdbcClient jdbc, PushServices services, Holdings holdings, InstantSource clock) {
        this.jdbc = jdbc;
        this.services = services;
        this.holdings = holdings;
        this.clock = clock;
    }

    /**
     * From now on it tells him, and whoever used it before no more.
     *
     * @param key   the public key that it was given
     * @param token by which this browser is known again
     * @throws InvalidInput if that is no browser that we could tell
     */
    @Transactional
    public void add(String person, String locality, String key, Subscription its, String token) {
        if (!services.allows(its.endpoint()) || !usable(its)) {
            throw new InvalidInput("endpoint", "这个浏览器的推送服务不能用", "is no push service that may be asked");
        }
        dropBrowser(token);
        jdbc.sql("""
                        insert into push_browser (person, locality, key, endpoint, p256dh, auth, browser, made_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (endpoint) do update set person = excluded.person, locality = excluded.locality,
                          key = excluded.key, p256dh = excluded.p256dh, auth = excluded.auth,
                          browser = excluded.browser, made_at = excluded.made_at""")
                .params(
                        person,
                        locality,
                        key,
                        its.endpoint(),
                        its.p256dh(),
                        its.auth(),
                        DigestUtils.sha256Hex(token),
                        TimeColumn.of(clock.instant()))
                .update();
        jdbc.sql("""
                        delete from push_browser where person = ? and id not in (
                          select id from push_browser where person = ? order by made_at desc, id desc limit ?)""").params(person, person, services.most()).update();
    }

    /** Keys that do not lie on the curve would give away something of ours. */
    private static boolean usable(Subscription its) {
        try {
            var auth = Base64.getUrlDecoder().decode(its.auth());
            UserAgentMessageEncryptionKeyInfo.of(its.p256dh(), its.auth());
            return auth.length == AUTH_BYTES;
        } catch (RuntimeException e) {
            // The library has several exceptions for it, and none in common.
            return false;
        }
    }

    /** How many tell him. */
    public int count(String person) {
        return jdbc.sql("select count(*) from push_browser where person = ?")
                .param(person)
                .query(Integer.class)
                .single();
    }

    /** Whether the browser of that token tells him, and knows us by this key. */
    public boolean here(String person, String key, String token) {
        return jdbc.sql("select exists (select from push_browser where person = ? and key = ? and browser = ?)")
                .params(person, key, DigestUtils.sha256Hex(token))
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean any(String person, String locality) {
        return jdbc.sql("select exists (select from push_browser where person = ? and locality = ?)")
                .params(person, locality)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Browser> of(String person, String key) {
        return jdbc
                .sql("select id, endpoint, p256dh, auth from push_browser where person = ? and key = ? order by id")
                .params(person, key)
                .query(Browser.class)
                .list()
                .stream()
                .filter(browser -> services.allows(browser.endpoint()))
                .toList();
    }

    @Override
    public Duration kept() {
        return services.kept();
    }

    @Override
    public void gone(long id) {
        jdbc.sql("delete from push_browser where id = ?").param(id).update();
    }

    /** That browser tells nobody any more. */
    public void dropBrowser(String token) {
        jdbc.sql("delete from push_browser where browser = ?")
                .param(DigestUtils.sha256Hex(token))
                .update();
    }

    /** None tells him any more. */
    public void dropAll(String person) {
        jdbc.sql("delete from push_browser where person = ?").param(person).update();
    }

    /** Whoever has left, or holds no post there any more, is told nothing on a telephone that he took with him. */
    @EventListener
    void on(AccountChanged e) {
        var locality = e.closed()
                ? ""
                : holdings.localityOf(e.groups()).map(it -> it.code()).orElse("");
        jdbc.sql("delete from push_browser where person = ? and locality <> ?")
                .params(e.person(), locality)
                .update();
    }
}
