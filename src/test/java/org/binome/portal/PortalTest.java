package org.binome.portal;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.binome.DatabaseTest;
import org.binome.SentMails;
import org.binome.TestClock;
import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.contract.ApprovalRoute;
import org.binome.contract.TestRoute;
import org.binome.gate.GateModes;
import org.binome.gate.Mode;
import org.binome.partner.SignedLinks;
import org.binome.process.CamundaSettings;
import org.binome.relationship.FormalityLadder;
import org.binome.relationship.FormalityLadder.Rung;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of pages and API over a real port, with a real database and all stages but
 * without Camunda: open tasks are kept in {@link OpenTasks}, mails in {@link SentMails}.
 * The context is shared, so each test makes data of its own. {@link Browser} logs in and
 * follows redirects.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@DatabaseTest
@ActiveProfiles("test")
@SpringBootTest(classes = PortalTest.Portal.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Scene.class)
public @interface PortalTest {

	/** Everything but process and local. */
	@EnableAutoConfiguration
	@EnableConfigurationProperties({ Accounts.class, Company.class, CamundaSettings.class })
	@ComponentScan(basePackages = "org.binome",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = { "org\\.binome\\.(process|local)\\..*", "org\\.binome\\.Binome",
							"org\\.binome\\.[^.]*Test(\\$.*)?", "org\\.binome\\..*Tests?(\\$.*)?" }))
	class Portal {

		@Bean
		TestClock clock() {
			return new TestClock();
		}

		@Bean
		JavaMailSender mailSender() {
			return new SentMails();
		}

		@Bean
		ApprovalRoute approvalRoute() {
			return new TestRoute();
		}

		@Bean
		GateModes gateModes() {
			return (gate, subject) -> Mode.BLOCK;
		}

		@Bean
		FormalityLadder formalityLadder() {
			return (facts) -> new Rung(facts.partnershipType(), "", "");
		}

		@Bean
		OpenTasks userTasks() {
			return new OpenTasks();
		}

		@Bean
		QuestionPage questionPage(SignedLinks links) {
			return new QuestionPage(links);
		}

	}

}
