package org.yiwang.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yiwang.platform.Refusal;

/** What the server turns down before any of our filters sees it, such as an address that is no UTF-8, is answered like every other refusal. */
@Component
@ConditionalOnWebApplication
class MalformedAddresses implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private final ObjectProvider<ProblemWriter> problems;

    MalformedAddresses(ObjectProvider<ProblemWriter> problems) {
        this.problems = problems;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Answer(problems)));
    }

    private static final class Answer extends ErrorReportValve {
        private final ObjectProvider<ProblemWriter> problems;

        Answer(ObjectProvider<ProblemWriter> problems) {
            this.problems = problems;
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() != HttpStatus.BAD_REQUEST.value() || response.getContentWritten() > 0) {
                super.report(request, response, failure);
                return;
            }
            try {
                String wanted = request.getHeader("Accept-Language");
                boolean english =
                        wanted != null && wanted.toLowerCase(Locale.ROOT).startsWith("en");
                problems.getObject()
                        .write(
                                response,
                                Refusal.refuse(Refusal.Kind.MALFORMED, "request.malformed"),
                                english ? Locale.ENGLISH : Locale.CHINA);
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
