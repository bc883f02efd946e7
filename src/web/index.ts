export { HomeWork } from './home/home-work.js';
export { presentHome } from './home/home.presenter.js';
export { WebModule } from './web.module.js';
