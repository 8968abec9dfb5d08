package dev.footnote.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostgresUrlTest {

    @Test
    void a_lost_server_is_detected_soon() {
        assertThat(PostgresUrl.tuned("jdbc:postgresql://one/facts")).startsWith("jdbc:postgresql://one/facts?connectTimeout=2&")
                .contains("&loginTimeout=4", "&cancelSignalTimeout=1", "&tcpKeepAlive=true")
                .doesNotContain("targetServerType");
    }

    @Test
    void settings_in_the_url_take_precedence() {
        assertThat(PostgresUrl.tuned("jdbc:postgresql://one/facts?connectTimeout=9&user=me"))
                .startsWith("jdbc:postgresql://one/facts?connectTimeout=9&user=me&loginTimeout=4").doesNotContain("=2&");
    }

    @Test
    void of_several_servers_the_primary_is_used() {
        assertThat(PostgresUrl.tuned("jdbc:postgresql://one,two:5433/facts")).contains("&targetServerType=primary",
                "&hostRecheckSeconds=1");
        assertThat(PostgresUrl.tuned("jdbc:postgresql://one,two/facts?targetServerType=any")).contains("?targetServerType=any")
                .doesNotContain("primary");
    }
}
