package org.yiwang.organisation.web;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yiwang.TestDatabase;
import org.yiwang.organisation.SetClock;
import org.yiwang.organisation.Staff;

/** Tests through a real port and a real database; the context is shared by all of them. */
@Tag("database")
@SpringBootTest(
        classes = OrganisationServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.flyway.enabled=false", "yiwang.data=target/organisation-data"})
abstract class OrganisationWebTest {
    private static final TestDatabase.Place PLACE = TestDatabase.fresh();

    @Autowired
    SetClock clock;

    @Autowired
    OrganisationServer.Town town;

    @LocalServerPort
    int port;

    Visitor visitor;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Map.of(
                        "spring.datasource.url", PLACE.url(),
                        "spring.datasource.username", PLACE.user(),
                        "spring.datasource.password", PLACE.password())
                .forEach((name, value) -> registry.add(name, () -> value));
    }

    @BeforeEach
    void arrive() {
        visitor = new Visitor(port);
        town.db().sql("delete from organisation.sign_in_failure").update();
    }

    Visitor signedIn(Staff person) {
        Visitor browser = new Visitor(port);
        Visitor.Answer answer = browser.signIn(person.login(), OrganisationServer.PASSWORD);
        if (answer.status() != 200)
            throw new IllegalStateException(answer.body().toString());
        return browser;
    }
}
