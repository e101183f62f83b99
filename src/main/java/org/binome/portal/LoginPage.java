package org.binome.portal;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The login form; Spring Security takes what it sends.
 */
@Controller
class LoginPage {

	@GetMapping("/login")
	String show() {
		return "login";
	}

}
