package dev.baton.projections.console;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// What every page of the console knows.
@ControllerAdvice(basePackageClasses = ConsoleModel.class)
class ConsoleModel {

    @ModelAttribute("readable")
    Readable readable() {
        return new Readable();
    }

    @ModelAttribute("path")
    String path(HttpServletRequest request) {
        return request.getRequestURI();
    }

    /// Who is signed in, by the name that the issuer gives them.
    @ModelAttribute("person")
    @Nullable
    String person(@Nullable Principal principal) {
        return principal instanceof OAuth2AuthenticationToken token ? name(token.getPrincipal()) : null;
    }

    private static String name(OAuth2User user) {
        Object name = user.getAttribute("name");
        return name == null ? user.getName() : name.toString();
    }
}
