package org.binome;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;

import org.binome.account.Accounts;
import org.binome.account.Company;
import org.binome.contract.ApprovalRoute;
import org.binome.contract.TestRoute;
import org.binome.gate.GateModes;
import org.binome.gate.Mode;
import org.binome.relationship.FormalityLadder;
import org.binome.relationship.FormalityLadder.Rung;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test of the stages and what they stand on, with a real database but without Camunda
 * and web: every gate blocks, time stands where {@link TestClock} is set, mails are kept
 * in {@link SentMails}. The context is shared, so each test makes data of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@DatabaseTest
@ActiveProfiles("test")
@SpringBootTest(classes = StageTest.Stages.class, webEnvironment = WebEnvironment.NONE)
public @interface StageTest {

	/** Everything but process, portal and local. */
	@EnableAutoConfiguration
	@EnableConfigurationProperties({ Accounts.class, Company.class })
	@ComponentScan(basePackages = "org.binome",
			excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX,
					pattern = { "org\\.binome\\.(process|portal|local)\\..*", "org\\.binome\\.Binome",
							"org\\.binome\\..*Tests?(\\$.*)?" }))
	class Stages {

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

	}

}
