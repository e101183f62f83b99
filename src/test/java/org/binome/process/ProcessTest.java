package org.binome.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.process.test.engine.SteadyLog;
import org.binome.Binome;
import org.binome.DatabaseTest;
import org.binome.SentMails;
import org.binome.TestClock;
import org.binome.contract.AgreedTerms;
import org.binome.contract.PartnerSignature;
import org.binome.partner.Partnerships;
import org.binome.partner.SignedLinks;
import org.binome.planning.Plans;
import org.binome.portal.PartnerPage;
import org.binome.prospecting.Candidates;
import org.binome.prospecting.Longlist;
import org.binome.prospecting.Programmes;
import org.binome.relationship.Objectives;
import org.binome.tracking.Metrics;

import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of processes: the models of <code>bpmn/</code> on the in-memory engine, with the
 * real workers and a real database. Drive it with {@link Engine}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ActiveProfiles("test")
@SpringBootTest(classes = Binome.class, webEnvironment = WebEnvironment.MOCK)
@ContextConfiguration(initializers = { DatabaseTest.Database.class, ProcessTest.InMemoryEngine.class })
@Import({ ProcessTest.Drive.class, AgreedTerms.class, PartnerSignature.class })
public @interface ProcessTest {

	/** Starts the engine before the application needs it. */
	class InMemoryEngine implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			ZeebeTestEngine engine = SteadyLog.in(EngineFactory.create());
			engine.start();
			context.getBeanFactory().registerSingleton("zeebeTestEngine", engine);
			String port = engine.getGatewayAddress().replaceFirst(".*:", "");
			context.getEnvironment()
				.getPropertySources()
				.addFirst(new MapPropertySource("test engine",
						Map.of("binome.camunda.grpc-address", "http://localhost:" + port, "binome.camunda.retry-pause",
								"50ms", "binome.signals.every", "50")));
		}

	}

	/** What stands in for people, time and the mail server. */
	@TestConfiguration(proxyBeanMethods = false)
	class Drive {

		@Bean
		@Primary
		TestClock testClock() {
			return new TestClock();
		}

		@Bean
		@Primary
		SentMails sentMails() {
			return new SentMails();
		}

		@Bean
		@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
		Journey journey(Engine engine, Programmes programmes, Longlist longlist, Candidates candidates,
				Partnerships partnerships, SentMails mails, SignedLinks links, TestClock clock, List<PartnerPage> pages,
				Objectives objectives, Plans plans, Metrics metrics, JdbcClient jdbc) {
			return new Journey(engine, programmes, longlist, candidates, partnerships, mails, links, clock, pages,
					objectives, plans, metrics, jdbc);
		}

		@Bean
		@Primary
		Engine engine(ZeebeTestEngine engine, CamundaClient client, TestClock clock) {
			return new Engine(engine, client, clock);
		}

	}

}
