package org.yiwang.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.ForwardedHeaderFilter;

class PublicAddressTest {
    private static final String PATH = "/m/record/1";

    @AfterEach
    void over() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void what_is_configured_goes_before_the_host_of_the_request() {
        within(proxied());
        assertThat(new PublicAddress("https://yiwang.example.cn/").of(PATH))
                .isEqualTo("https://yiwang.example.cn/m/record/1");
    }

    @Test
    void without_it_the_host_of_the_request_counts_and_nobody_can_put_in_another_by_a_header() {
        within(proxied());
        assertThat(new PublicAddress("").of(PATH)).isEqualTo("http://10.1.2.3:8080/m/record/1");
    }

    @Test
    void where_the_server_stands_behind_a_proxy_its_headers_count() throws Exception {
        AtomicReference<HttpServletRequest> seen = new AtomicReference<>();
        FilterChain chain = (request, _) -> seen.set((HttpServletRequest) request);
        new ForwardedHeaderFilter().doFilter(proxied(), new MockHttpServletResponse(), chain);
        within(seen.get());
        assertThat(new PublicAddress("").of(PATH)).isEqualTo("https://city.example.cn/m/record/1");
    }

    @Test
    void an_address_that_is_none_stops_the_start_with_a_word_about_it() {
        for (String wrong : new String[] {"yiwang.example.cn", "ftp://a.cn", "https://a.cn/path", "https://", "a b"})
            assertThatThrownBy(() -> new PublicAddress(wrong)).as(wrong).hasMessageContaining("public address");
    }

    private static MockHttpServletRequest proxied() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/v1/x");
        request.setServerName("10.1.2.3");
        request.setServerPort(8080);
        request.addHeader("X-Forwarded-Proto", "https");
        request.addHeader("X-Forwarded-Host", "city.example.cn");
        return request;
    }

    private static void within(HttpServletRequest request) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
